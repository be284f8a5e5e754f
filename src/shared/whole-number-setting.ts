import { z } from 'zod';

/** Schema of a setting that is a whole number within bounds, with its default. */
export const wholeNumberSetting = (min: number, max: number, defaultValue: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(defaultValue);
