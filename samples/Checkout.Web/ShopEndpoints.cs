namespace Checkout;

/// <summary>The shop over HTTP: orders, a cart, and what goes wrong in a shop.</summary>
internal static class ShopEndpoints
{
    public static void MapShop(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/orders").Measure(Endpoint.Orders);
        orders.MapGet("/", (OrderBook book) => Results.Ok(book.All));
        orders.MapGet("/{id:int}", (int id, OrderBook book) => book.Find(id) is { } order ? Results.Ok(order) : Results.NotFound());
        orders.MapPost("/", PlaceOrderAsync);

        var cart = app.MapGroup("/api/cart").Measure(Endpoint.Cart);
        cart.MapGet("/", () => Results.Ok(new { Items = 3, Total = 42.50m }));
        cart.MapPost("/checkout", CheckOut);
        cart.MapDelete("/", IResult () => throw new InvalidOperationException("Nobody tested an empty cart."));
    }

    private static async Task<IResult> PlaceOrderAsync(OrderRequest request, OrderBook book, HttpContext context)
    {
        if (context.Request.ContentLength is { } size)
        {
            ShopMetrics.OrderSize.Observe(size);
        }

        if (!Tenants.TryFind(request.ApiKey, out var tenant))
        {
            return Results.Unauthorized();
        }

        await PaymentProvider.PayAsync();
        ShopMetrics.Breaker(Endpoint.Orders).Set(BreakerState.Closed);
        var order = book.Add(tenant, request.Product);
        var label = Tenant.Of(tenant);
        ShopMetrics.TenantOrders(label).Inc();
        ShopMetrics.TenantLastOrder(label).SetToCurrentTime();
        return Results.Created($"/orders/{order.Id}", order);
    }

    private static IResult CheckOut()
    {
        ShopMetrics.Breaker(Endpoint.Cart).Set(BreakerState.Open);
        return Results.Problem("The payment provider is down.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private sealed record OrderRequest(string ApiKey, string Product);
}
