import { crc32, deflateRawSync } from 'node:zlib';

export interface CraftedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Unix mode, for links. */
  readonly mode?: number;
  /** A size the directory lies about. */
  readonly claimedBytes?: number;
  readonly flags?: number;
}

/** A ZIP written field by field, since honest writers refuse the names and sizes that have to be tested. */
export function craftZip(files: readonly CraftedFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.bytes);
    const name = Buffer.from(file.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeCommon(local, 4, file, packed, name);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    writeCommon(central, 6, file, packed, name);
    central.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, packed);
    directory.push(central, name);
    offset += local.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** Version, flags, method, time, CRC, sizes and name length lie in the same order in both headers. */
function writeCommon(header: Buffer, at: number, file: CraftedFile, packed: Buffer, name: Buffer): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE((file.flags ?? 0) | 0x0800, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt32LE(crc32(file.bytes), at + 10);
  header.writeUInt32LE(packed.length, at + 14);
  header.writeUInt32LE(file.claimedBytes ?? file.bytes.length, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}
