import { useEffect, useRef } from "react";

interface BlobPictureProps {
  readonly blob: Blob | undefined;
  readonly alt: string;
  readonly className?: string;
}

/** A picture out of bytes on this phone. */
export function BlobPicture({ blob, alt, className }: BlobPictureProps) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const { current } = image;
    if (!blob || !current) return undefined;
    const url = URL.createObjectURL(blob);
    current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  return blob ? <img ref={image} className={className} alt={alt} /> : <span className={className} />;
}
