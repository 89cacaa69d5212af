type Numbers = Float64Array | Uint32Array | Uint8Array;

/** A typed array that grows. */
export class Growing<T extends Numbers> {
  readonly #kind: new (length: number) => T;
  #values: T;
  length = 0;

  constructor(kind: new (length: number) => T) {
    this.#kind = kind;
    this.#values = new kind(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.#kind(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The values so far, in an array just as long. */
  done(): T {
    const exact = new this.#kind(this.length);
    for (let at = 0; at < this.length; at += 1) exact[at] = this.#values[at] ?? 0;
    return exact;
  }
}
