/** Under which the browser keeps what it knows of a visit. */
export const visitKey = (inspectionId: string) => ['inspections', inspectionId, 'visit'] as const
