/** What a workbook can bring in. */
export type ImportKind = 'projects' | 'ledgers' | 'roster' | 'targets' | 'chains' | 'resources' | 'policies' | 'places';
