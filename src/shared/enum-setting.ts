import { z } from 'zod';

/** Schema of a setting with a fixed set of values. */
export const enumSetting = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

/** Schema of a setting that is `on` or `off`. */
export const onOffSetting = enumSetting(['on', 'off']).transform((value) => value === 'on');
