using Microsoft.AspNetCore.Mvc;

namespace TypedMetrics.AspNetCore.Tests.HttpMetrics;

/// <summary>Actions behind a conventional route, and one with a route of its own.</summary>
public class WarehouseController : Controller
{
    public ContentResult Index() => Content("index");

    public ContentResult Stock(int id) => Content($"stock {id}");

    [HttpGet("/mvc/shelves/{shelf}")]
    public ContentResult Shelf(string shelf) => Content(shelf);
}
