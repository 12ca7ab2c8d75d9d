// A reader of DER (X.690) that knows nothing of our writer.

/** One element at the head of bytes: its tag, its content and what comes after it. */
function first(bytes) {
  let [tag, length] = bytes;
  let start = 2;
  if (length >= 0x80) {
    start += length & 0x7f;
    length = Number.parseInt(Buffer.from(bytes.subarray(2, start)).toString("hex"), 16);
  }
  const end = start + length;
  if (end > bytes.length) throw new RangeError("longer than what is there");
  return { tag, content: bytes.subarray(start, end), rest: bytes.subarray(end) };
}

/** Bytes as a tree: [tag, children] where the tag says that it has parts, and [tag, content] elsewhere. */
export function read(bytes) {
  const elements = [];
  for (let rest = bytes; rest.length; ) {
    const found = first(rest);
    elements.push([found.tag, found.tag & 0x20 ? read(found.content) : Buffer.from(found.content)]);
    ({ rest } = found);
  }
  return elements;
}
