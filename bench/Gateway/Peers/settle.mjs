// Answers plain HTTP; /settle collects garbage first.
export function answer(request, response) {
  if (request.url === "/settle" && globalThis.gc) globalThis.gc();
  response.end("0");
}
