using System.Collections.Concurrent;

namespace Checkout;

/// <summary>An order.</summary>
internal sealed record Order(int Id, string Tenant, string Product);

/// <summary>The orders, with a small cache of those asked for in front. Safe for any number of threads.</summary>
internal sealed class OrderBook
{
    private const int WarmCacheSize = 10;

    private readonly ConcurrentDictionary<int, Order> _orders = new();
    private readonly ConcurrentDictionary<int, Order> _cache = new();
    private int _lastId;

    /// <summary>All orders, the latest first.</summary>
    public IEnumerable<Order> All => _orders.Values.OrderByDescending(order => order.Id).Take(20);

    /// <summary>How many there are.</summary>
    public int Count => _orders.Count;

    public Order Add(string tenant, string product)
    {
        var order = new Order(Interlocked.Increment(ref _lastId), tenant, product);
        _orders[order.Id] = order;
        return order;
    }

    public Order? Find(int id)
    {
        var warm = _cache.Count >= WarmCacheSize;
        if (_cache.TryGetValue(id, out var order))
        {
            ShopMetrics.CacheLookups("hit", warm).Inc();
            return order;
        }

        ShopMetrics.CacheLookups("miss", warm).Inc();
        return _orders.TryGetValue(id, out order) ? _cache[id] = order : null;
    }
}
