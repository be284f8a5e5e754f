/** The tags of the Bolt messages that the proxy looks at. */
export const tags = {
  goodbye: 0x02,
  reset: 0x0f,
  run: 0x10,
  begin: 0x11,
  commit: 0x12,
  rollback: 0x13,
  route: 0x66,
  success: 0x70,
  record: 0x71,
} as const;

/** Size of a client's handshake: a magic number and four proposed versions, 4 bytes each. */
export const handshakeBytes = 20;

/** Size of the server's answer to a handshake without the manifest that newer clients propose first. */
export const versionBytes = 4;

/** Removes the proposal of a manifest from a handshake, so that the server answers with a version. */
export function withoutManifest(handshake: Buffer): Buffer {
  return Buffer.concat([handshake.subarray(0, 4), Buffer.alloc(4), handshake.subarray(8)]);
}

/** Splits a stream into the bytes of a handshake, which are one message, and Bolt messages with their framing. */
export class MessageReader {
  private bytes = Buffer.alloc(0);

  constructor(
    private handshakeLeft: number,
    private readonly onHandshake: (bytes: Buffer) => void,
    /** Receives the tag and the content of each message, and the same with its framing. */
    private readonly onMessage: (tag: number, content: Buffer, framed: Buffer) => void,
  ) {}

  /** Adds bytes that have arrived. */
  push(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    if (this.handshakeLeft > 0) {
      if (this.bytes.length < this.handshakeLeft) return;
      this.onHandshake(this.take(this.handshakeLeft));
      this.handshakeLeft = 0;
    }
    for (let end = this.findEnd(); end > 0; end = this.findEnd()) this.emit(this.take(end));
  }

  private take(length: number): Buffer {
    const taken = this.bytes.subarray(0, length);
    this.bytes = this.bytes.subarray(length);
    return taken;
  }

  /** Returns the end of the first message, after its empty chunk; 0 if it is incomplete. */
  private findEnd(): number {
    for (let at = 0; at + 2 <= this.bytes.length;) {
      const length = this.bytes.readUInt16BE(at);
      at += 2 + length;
      if (length === 0) return at;
    }
    return 0;
  }

  private emit(framed: Buffer): void {
    const chunks: Buffer[] = [];
    for (let at = 0; at < framed.length;) {
      const length = framed.readUInt16BE(at);
      chunks.push(framed.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    const content = Buffer.concat(chunks);
    this.onMessage(content[1] ?? 0, content, framed); // 0 for an empty message, which only keeps a connection open
  }
}

/** Returns the text of a RUN message. */
export function readStatementText(content: Buffer): string {
  const marker = content[2] ?? 0;
  if (marker < 0xd0) return content.toString('utf8', 3, 3 + (marker & 0x0f));
  const lengthBytes = 2 ** (marker - 0xd0);
  const start = 3 + lengthBytes;
  return content.toString('utf8', start, start + content.readUIntBE(3, lengthBytes));
}

/** A value that `encode` writes. */
type Packable = string | number | readonly Packable[] | { readonly [key: string]: Packable };

/** Returns a framed SUCCESS message with a map. */
export function newSuccess(metadata: Readonly<Record<string, Packable>>): Buffer {
  const content = Buffer.concat([Buffer.from([0xb1, tags.success]), encode(metadata)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  return Buffer.concat([length, content, Buffer.alloc(2)]);
}

/** Encodes a value as PackStream; lists and maps of at most 15 items, texts of at most 255 bytes, integers of 16 bits. */
function encode(value: Packable): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([Buffer.from([0xd0, text.length]), text]);
  }
  if (typeof value === 'number') return Buffer.from([0xc9, value >> 8, value & 0xff]);
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([0x90 + value.length]), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([key, item]) => [encode(key), encode(item)]),
  ]);
}
