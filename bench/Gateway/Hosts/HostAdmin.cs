using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>What is asked of a server from outside while it is measured.</summary>
internal static class HostAdmin
{
    /// <summary>Gives back what memory is not needed.</summary>
    public const string Settle = "/settle";

    /// <summary>Bytes allocated since the start.</summary>
    public const string Allocated = "/allocated";

    public static void Map(WebApplication app)
    {
        app.MapGet(Settle, () =>
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return Results.Text("settled");
        });
        app.MapGet(Allocated, () => Results.Text(
            GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)));
    }
}
