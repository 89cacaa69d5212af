import { address, ProblemError, readAfter, readProblem } from "../../shared/api/index.ts";

/**
 * Uploads one photo and tells how far it is, which `fetch` does not.
 * @returns its SHA-256
 * @throws ProblemError
 */
export function uploadShot(path: string, file: File, onShare: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address(path));
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const body: unknown = request.response;
      const hash: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "hash") : undefined;
      if (request.status === 201 && typeof hash === "string") resolve(hash);
      else
        reject(
          new ProblemError(readProblem(request.status, body), readAfter(request.getResponseHeader("retry-after"))),
        );
    });
    const lost = () => reject(new ProblemError(readProblem(0, undefined)));
    request.addEventListener("error", lost);
    request.addEventListener("timeout", lost);
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
