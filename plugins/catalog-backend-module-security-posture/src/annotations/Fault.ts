/** What is wrong with an element of an annotation. */
export interface Fault {
  /** `has a tag` */
  reason: string;
  /** The element as it should be, or any that is right. */
  example: string;
}
