import type { ComponentIdentity } from '../model/facts';
import type { NamedComponent } from './ComponentNames';

/** The components of the catalog, as far as ownership asks for them. */
export interface KnownComponents {
  components: ReadonlyMap<string, NamedComponent>;
  identityOf(entityRef: string): ComponentIdentity;
}

/** Where they come from; the index that mapping keeps is one. */
export interface ComponentCatalog {
  get(): Promise<KnownComponents>;
}
