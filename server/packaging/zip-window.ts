/** A file that is read in many small pieces: one system call fetches what the next pieces need as well. */
import { fstatSync, readSync } from 'node:fs';
import { RandomAccessReader } from 'yauzl';

const WINDOW = 16 * 2 ** 10;

/**
 * What yauzl reads the list of a zip through. Through its own reader the list of 5,000 files took a
 * second on a busy machine: a system call and a turn of the event loop for each of 10,000 pieces.
 */
export class ZipWindow extends RandomAccessReader {
  /** Of the whole file, in bytes. */
  readonly size: number;
  readonly #file: number;
  readonly #bytes = Buffer.alloc(WINDOW);
  #long = Buffer.alloc(0);
  #from = 0;
  #length = 0;

  /** @param file a descriptor, which whoever opened it closes */
  constructor(file: number) {
    super();
    this.#file = file;
    this.size = fstatSync(file).size;
  }

  /** Fewer bytes than asked for where the file ends. They hold until the next reading. @throws Error of the system */
  slice(position: number, length: number): Buffer {
    if (length > WINDOW) {
      if (this.#long.length < length) this.#long = Buffer.allocUnsafe(length);
      return this.#long.subarray(0, readSync(this.#file, this.#long, 0, length, position));
    }
    if (position < this.#from || position + length > this.#from + this.#length) {
      this.#from = position;
      this.#length = readSync(this.#file, this.#bytes, 0, WINDOW, position);
    }
    const start = position - this.#from;
    return this.#bytes.subarray(start, Math.min(start + length, this.#length));
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, read?: number) => void,
  ): void {
    try {
      callback(null, this.slice(position, length).copy(buffer, offset));
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
