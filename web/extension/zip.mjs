// A folder as a zip, the same bytes for the same files: names sorted, one fixed time, no attributes of the machine.
// PKWARE's APPNOTE 6.3: local headers, central directory, end record; deflate of Node's own zlib.

import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the first day that a zip can name. */
const DOS_DATE = 0x0021;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATE = 8;

/** @param {string} folder @returns {Promise<Buffer>} */
export async function zipOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .sort();
  const files = [];
  const directory = [];
  let offset = 0;
  for (const name of names) {
    const bytes = await readFile(path.join(folder, name));
    const packed = deflateRawSync(bytes, { level: 9 });
    const path8 = Buffer.from(name, "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DEFLATE, 4);
    common.writeUInt16LE(DOS_DATE, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path8.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, path8, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002", "latin1"), Buffer.from([VERSION, 0]), common, rest, path8]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(names.length, 4);
  end.writeUInt16LE(names.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, central, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}
