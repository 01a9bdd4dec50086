export default eventHandler((event) => getRouterParam(event, 'id'));
