import './web-assembly.ts';
const PAGE_BYTES = 65536;
/** The row kernel may read this far beyond a plane's last row, besides two rows. */
const READ_AHEAD = 32;

/** One memory for all pictures and frames of a clip, so that the row kernel reaches them. */
export class VideoMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  #used = READ_AHEAD;

  /** Room for a plane of zeros; its byte offset. Views made earlier may be detached by the growth. */
  allocate(width: number, height: number): number {
    const offset = this.#used;
    this.#used += Math.ceil((width * (height + 2) + READ_AHEAD) / 16) * 16;
    const missing = this.#used - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return offset;
  }

  /** Keeps a plane; its byte offset. */
  store(plane: Uint8Array, width: number): number {
    const offset = this.allocate(width, plane.length / width);
    this.bytes(offset, plane.length).set(plane);
    return offset;
  }

  bytes(offset: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, offset, length);
  }
}
