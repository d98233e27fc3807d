using System.Globalization;
using System.Text.Json;

namespace Catalog.Bench.Booking.Quality;

/// <summary>What the seeder hid in the history, read from the file it wrote.</summary>
internal sealed record PlantedTruth(
    double Elasticity, IReadOnlyList<(DateOnly Day, double Factor)> Days, ulong SlumpTheaterId)
{
    public static async Task<PlantedTruth> ReadAsync(string path, CancellationToken cancel)
    {
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancel));
        JsonElement root = json.RootElement;
        return new PlantedTruth(
            root.GetProperty("elasticity").GetDouble(),
            [
                .. root.GetProperty("days").EnumerateArray().Select(static day => (
                    DateOnly.ParseExact(
                        day.GetProperty("day").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    day.GetProperty("factor").GetDouble())),
            ],
            root.GetProperty("slumpTheaterId").GetUInt64());
    }
}
