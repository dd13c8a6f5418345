declare module '@cornerstonejs/dicom-codec' {
  interface ImageInfo {
    rows: number;
    columns: number;
    bitsAllocated: number;
    samplesPerPixel: number;
    signed: boolean;
    pixelRepresentation: number;
  }
  interface Decoded {
    imageFrame: Uint8Array | Int8Array | Uint16Array | Int16Array;
    imageInfo: ImageInfo & { bitsPerSample?: number; width?: number; height?: number; componentCount?: number };
  }
  const codec: {
    decode(frame: Uint8Array, info: ImageInfo, syntax: string): Promise<Decoded>;
    hasCodec(syntax: string): boolean;
  };
  export default codec;
}
