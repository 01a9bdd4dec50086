export const charge = async (body: unknown) => ({ charged: body });
