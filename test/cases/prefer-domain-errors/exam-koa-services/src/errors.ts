export class LoanNotFoundError extends Error {
  readonly code = 'loan_not_found';
}
