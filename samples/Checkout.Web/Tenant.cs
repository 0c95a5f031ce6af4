using TypedMetrics;

namespace Checkout;

/// <summary>
/// A tenant as a label: looked up once in a request, then passed to each metric. One that has not ordered for an hour makes room for
/// another.
/// </summary>
[OpenLabel(200), ExpireAfter(3_600)]
public readonly partial struct Tenant;
