/** Statuses of relations that are not walked unless the client says otherwise. */
export const excludedStatuses: readonly string[] = ['REFUTED'];
