using Bogus;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>People with invented names, tastes and homes.</summary>
internal static class PeopleMaker
{
    /// <summary>One in seven never books.</summary>
    private const double IdleShare = 0.15;

    /// <summary>How many live in a larger city rather than just anywhere.</summary>
    private const double CrowdedShare = 0.35;

    /// <summary>Of the logarithm: where the keenest end.</summary>
    private const double MaxDeviations = 2;

    /// <summary>Names and addresses for so many accounts.</summary>
    public static (string Name, string Email)[] Names(int count, Random random)
    {
        var faker = new Faker("en") { Random = new Randomizer(random.Next()) };
        var taken = new HashSet<string>(count);
        var names = new (string Name, string Email)[count];
        for (int i = 0; i < count; i++)
        {
            string first = faker.Name.FirstName();
            string last = faker.Name.LastName();
            string plain = $"{Letters(first)}.{Letters(last)}";
            string local = plain;
            for (int number = 2; !taken.Add(local); number++) local = $"{plain}{number}";
            // The top-level domain is reserved for tests (RFC 6761): nobody gets these mails.
            names[i] = ($"{first} {last}", $"{local}@people.test");
        }

        return names;
    }

    /// <summary>The demo customer, who loves the cinema, and so many others.</summary>
    public static Person[] Make(int count, int cities, Random random)
    {
        var people = new Person[count + 1];
        for (int i = 0; i < people.Length; i++)
        {
            bool isDemo = i == 0;
            int city = isDemo ? 0 : CityOf(random, cities);
            (int, int) genres = (random.Next(MovieMaker.GenreCount), random.Next(MovieMaker.GenreCount));
            // Log-normal: a few go every other day, most now and then; nobody lives there.
            double activity = isDemo ? 12 : Math.Exp(0.9 * Math.Min(MaxDeviations, Gauss(random)));
            if (!isDemo && random.NextDouble() < IdleShare) activity = 0;
            ulong id = isDemo ? DemoPeople.CustomerId : DemoPeople.FirstId + (ulong)i - 1;
            people[i] = new Person(
                id, city, CityList.Around(city, random), genres, activity, random.NextDouble() < 0.55);
        }

        return people;
    }

    /// <summary>The first cities are the larger ones.</summary>
    private static int CityOf(Random random, int cities)
    {
        int city = random.Next(cities);
        return random.NextDouble() < CrowdedShare ? random.Next(city + 1) : city;
    }

    /// <summary>A draw from the standard normal distribution (Box and Muller 1958).</summary>
    internal static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Letters(string name) =>
        string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
