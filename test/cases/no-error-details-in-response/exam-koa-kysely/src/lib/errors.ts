export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 422,
  ) {
    super(message);
  }
}

export class OrderNotFound extends DomainError {
  constructor(id: string) {
    super('order_not_found', `No order ${id}`, 404);
  }
}
