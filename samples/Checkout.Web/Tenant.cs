using TypedMetrics;

namespace Checkout;

/// <summary>A tenant as a label: looked up once in a request, then passed to each metric.</summary>
[OpenLabel(200)]
public readonly partial struct Tenant;
