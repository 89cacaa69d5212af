import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { keepBusy } from "../update/index.ts";

export type CameraState = "starting" | "live" | "absent";

/** As large as the phone gives: small print on a wall is evidence too. */
const wanted: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: "environment" }, width: { ideal: 4096 }, height: { ideal: 3072 } },
};

/** The phone's camera in a `<video>`, for as long as the screen shows it. */
export function useCamera(video: RefObject<HTMLVideoElement | null>) {
  const [state, setState] = useState<CameraState>("starting");
  const stream = useRef<MediaStream>(undefined);
  useEffect(() => {
    let gone = false;
    const free = keepBusy();
    const open = navigator.mediaDevices?.getUserMedia(wanted) ?? Promise.reject(new Error("no camera"));
    open
      .then(async (opened) => {
        if (gone || !video.current) {
          for (const track of opened.getTracks()) track.stop();
          return;
        }
        stream.current = opened;
        video.current.srcObject = opened;
        await video.current.play();
        setState("live");
      })
      // Refused, taken by another app, or none: the system's own camera remains.
      .catch(() => !gone && setState("absent"));
    return () => {
      gone = true;
      free();
      for (const track of stream.current?.getTracks() ?? []) track.stop();
    };
  }, [video]);

  const shoot = useCallback(async (): Promise<Blob | undefined> => {
    const track = stream.current?.getVideoTracks()[0];
    if (!track || !video.current) return undefined;
    return (await stillOf(track)) ?? frameOf(video.current);
  }, [video]);
  return { state, shoot };
}

/** A photo at the camera's full size, where the browser can take one. */
async function stillOf(track: MediaStreamTrack): Promise<Blob | undefined> {
  if (!("ImageCapture" in window)) return undefined;
  return new ImageCapture(track).takePhoto().catch(() => undefined);
}

/** What the viewfinder shows. */
function frameOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", 0.92));
}
