import { z } from 'zod';

const answer = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** The data of an answer, as JSON; a text of its own where the body is no answer. */
export function dataOf(body: string): string {
  const parsed = parse(body);
  return parsed && !parsed.errors ? JSON.stringify(parsed.data) : 'no data';
}

/** The codes of an answer's errors. */
export function codesOf(body: string): string[] {
  return (parse(body)?.errors ?? []).map(({ extensions }) => extensions.code);
}

function parse(body: string): z.infer<typeof answer> | undefined {
  try {
    return answer.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
