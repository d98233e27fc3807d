namespace Catalog.Seed.Booking;

/// <summary>Ten invented cities in the places of none, so that distances make sense.</summary>
internal static class CityList
{
    private static readonly (string Name, double North, double East)[] All =
    [
        ("Aldenport", 53.55, 9.99), ("Veldmere", 52.09, 5.12), ("Sankt Orla", 47.07, 15.44),
        ("Harrowick", 51.45, -2.59), ("Montsable", 45.76, 4.84), ("Tallbruck", 50.94, 6.96),
        ("Ostervik", 57.71, 11.97), ("Porto Lume", 41.15, -8.61), ("Cassavera", 39.47, -0.38),
        ("Grynholm", 55.68, 12.57),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    /// <summary>Name and middle of a city.</summary>
    public static (string Name, double North, double East) At(int index) => All[index];

    /// <summary>A point some kilometres around a city's middle, more often near it.</summary>
    public static (double North, double East) Around(int index, Random random)
    {
        const double DegreesAKilometre = 1 / 111.2;
        double distanceKm = 9 * random.NextDouble() * Math.Sqrt(random.NextDouble());
        double angle = 2 * Math.PI * random.NextDouble();
        (_, double north, double east) = All[index];
        double shrink = Math.Cos(north * Math.PI / 180);
        return (
            Math.Round(north + (distanceKm * Math.Sin(angle) * DegreesAKilometre), 5),
            Math.Round(east + (distanceKm * Math.Cos(angle) * DegreesAKilometre / shrink), 5));
    }

    /// <summary>Kilometres between two points of a city: on such a scale the earth is flat.</summary>
    public static double DistanceKm((double North, double East) a, (double North, double East) b)
    {
        double north = (a.North - b.North) * 111.2;
        double east = (a.East - b.East) * 111.2 * Math.Cos(a.North * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
