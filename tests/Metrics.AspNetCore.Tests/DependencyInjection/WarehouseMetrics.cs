namespace TypedMetrics.AspNetCore.Tests.DependencyInjection;

internal sealed record Warehouse(int Shelves);

internal sealed partial class WarehouseMetrics
{
    public WarehouseMetrics(CollectorRegistry registry, Warehouse warehouse)
    {
        RegisterMetrics(registry);
        Shelves.Set(warehouse.Shelves);
    }

    [Gauge("warehouse_shelves", "Shelves.")]
    public partial Gauge Shelves { get; }
}
