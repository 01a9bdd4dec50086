export const config = {
  crm: 'http://crm.partner-systems.com/api',
  crmSecure: 'https://crm.partner-systems.com/api',
  broker: 'amqp://broker.partner-systems.com:5672',
  local: 'http://localhost:4000',
  cluster: 'http://orders:8080',
  metadata: 'http://169.254.169.254/latest/meta-data',
};
