import { z } from 'zod';

const responseSchema = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** The data of a response, as JSON; 'no data' if the response has errors or is invalid. */
export function dataOf(body: string): string {
  const parsed = parse(body);
  return parsed && !parsed.errors ? JSON.stringify(parsed.data) : 'no data';
}

/** The codes of the errors in a response. */
export function codesOf(body: string): string[] {
  return (parse(body)?.errors ?? []).map(({ extensions }) => extensions.code);
}

function parse(body: string): z.infer<typeof responseSchema> | undefined {
  try {
    return responseSchema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
