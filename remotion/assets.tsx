import { type CSSProperties, createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { Img } from 'remotion';
import type { ArtifactRef } from '#domain/artifact';

const AssetBase = createContext('');

/** Where the content-addressed store is served: a picture's address is `<base>/<digest>`. */
export function AssetProvider(props: { base: string; children: ReactNode }): ReactElement {
  return <AssetBase.Provider value={props.base}>{props.children}</AssetBase.Provider>;
}

export function useAsset(): (image: ArtifactRef) => string {
  const base = useContext(AssetBase);
  return (image) => `${base}/${image.digest}`;
}

/** A picture of the store. The frame is held until it is decoded. */
export function StoredImage(props: {
  image: ArtifactRef;
  width: number;
  height: number;
  style?: CSSProperties;
}): ReactElement {
  const address = useAsset()(props.image);
  return (
    <Img src={address} alt="" style={{ display: 'block', width: props.width, height: props.height, ...props.style }} />
  );
}
