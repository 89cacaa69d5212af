/** A word or sentence in both of the product's languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
