/** Whether other work runs beside the tests, as in CI: what is timed by the clock says nothing then. */
export const isSharedMachine = process.env['CI'] !== undefined;
