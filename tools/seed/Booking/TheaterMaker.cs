using Bogus;
using Catalog.Engine.Booking;

namespace Catalog.Seed.Booking;

/// <summary>Theaters with invented names, spread over the cities, each with one of a dozen plans.</summary>
internal static class TheaterMaker
{
    private static readonly string[] Firsts =
    [
        "Lantern", "Copper", "Starling", "Kestrel", "Meridian", "Velvet", "Harbour", "Orchard", "Juniper", "Marble",
        "Aurora", "Foundry", "Swallow", "Cobalt", "Willow", "Granite", "Saffron", "Northgate", "Tidewater", "Clover",
    ];

    private static readonly string[] Lasts =
    [
        "Rialto", "Palace", "Picturehouse", "Drum", "Odeum", "Kino", "Lichtspiele", "Screen", "Electric", "Playhouse",
    ];

    /// <summary>Makes them; ids from 1, cities in turns.</summary>
    public static Theater[] Make(int count, int cities, Random random)
    {
        var faker = new Faker("en") { Random = new Randomizer(random.Next()) };
        SeatPlan[] plans = Plans();
        var names = new HashSet<string>();
        var theaters = new Theater[count];
        for (int i = 0; i < count; i++)
        {
            int city = i % cities;
            (double north, double east) = CityList.Around(city, random);
            theaters[i] = new Theater
            {
                Id = (ulong)i + 1,
                Name = NameOf(names, random),
                City = CityList.At(city).Name,
                Address = $"{faker.Address.BuildingNumber()} {faker.Address.StreetName()}",
                Latitude = north,
                Longitude = east,
                Plan = plans[random.Next(plans.Length)],
            };
        }

        return theaters;
    }

    private static string NameOf(HashSet<string> taken, Random random)
    {
        string name = $"{Firsts[random.Next(Firsts.Length)]} {Lasts[random.Next(Lasts.Length)]}";
        string numbered = name;
        for (int hall = 2; !taken.Add(numbered); hall++) numbered = $"{name} {hall}";
        return numbered;
    }

    // 80 to 360 seats.
    private static SeatPlan[] Plans() =>
    [
        SeatPlan.Cinema(8, 2, 6), SeatPlan.Cinema(9, 3, 6), SeatPlan.Cinema(10, 3, 8), SeatPlan.Cinema(10, 4, 8),
        SeatPlan.Cinema(12, 3, 8), SeatPlan.Cinema(12, 4, 8), SeatPlan.Cinema(12, 4, 10), SeatPlan.Cinema(14, 4, 8),
        SeatPlan.Cinema(14, 4, 10), SeatPlan.Cinema(15, 5, 10), SeatPlan.Cinema(16, 5, 12), SeatPlan.Cinema(18, 4, 12),
    ];
}
