export { SubTabs, subTabs, type SubTab, type SubTabsProps } from './SubTabs';
