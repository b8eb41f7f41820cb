/** How sure a kind of quotation is in a text without marks. What was read before says nothing of it: null. */
export const quotationConfidence = `
alter table parley.statement add column quotation_confidence double precision;
`;
