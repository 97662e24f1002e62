export interface Config {
  examples?: {
    /** Folder of the example reports to send at first start. */
    reports?: string;
  };
}
