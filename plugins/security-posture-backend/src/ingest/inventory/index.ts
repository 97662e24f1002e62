export type { InventoryReport } from './inventoryReport';
export { storeInventory, type StoredInventory } from './storeInventory';
