// What the row kernel needs of WebAssembly; TypeScript knows it only together with the whole browser.
declare global {
  namespace WebAssembly {
    class Module {
      constructor(bytes: Uint8Array);
    }
    class Memory {
      readonly buffer: ArrayBuffer;
      constructor(size: { initial: number });
      grow(pages: number): number;
    }
    class Instance {
      readonly exports: Record<string, unknown>;
      constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    }
  }
}
