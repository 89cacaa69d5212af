/** One field of a protobuf message: a number, or bytes (text, a message, packed numbers). */
export interface ProtobufField {
  readonly tag: number;
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

/** The fields of a message, in order, without building anything. @throws RangeError when the bytes are no message */
export function* protobufFields(message: Buffer): Generator<ProtobufField, void, void> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError("A message ends within a number");
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError("A number is too long");
  };
  while (at < message.length) {
    const key = varint();
    const [tag, wire] = [Math.floor(key / 8), key % 8];
    if (wire === 0) {
      yield { tag, number: varint(), bytes: undefined };
      continue;
    }
    const length = wire === 2 ? varint() : wire === 1 ? 8 : wire === 5 ? 4 : NaN;
    if (!(at + length <= message.length)) throw new RangeError("A message ends within a field");
    yield { tag, number: 0, bytes: message.subarray(at, at + length) };
    at += length;
  }
}

/** How many numbers are packed in the bytes, and how many of them are 0. */
export function countPacked(bytes: Buffer): { readonly count: number; readonly zeros: number } {
  let [count, zeros, begins] = [0, 0, true];
  for (const byte of bytes) {
    if (byte < 0x80) {
      count += 1;
      if (begins && byte === 0) zeros += 1;
    }
    begins = byte < 0x80;
  }
  return { count, zeros };
}
