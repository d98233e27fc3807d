namespace Catalog.Engine.Booking;

/// <content>The theaters, each with a plan of its own.</content>
public static partial class DemoCatalogue
{
    private static Theater[] Theaters() =>
    [
        At(1, "Lanternhouse 1", ("Aldenport", "12 Quay Street"), (53.5511, 9.9937), Multiplex(14)),
        At(2, "Lanternhouse 2", ("Aldenport", "12 Quay Street"), (53.5511, 9.9937), Multiplex(9)),
        At(3, "The Copper Rialto", ("Aldenport", "3 Mint Lane"), (53.5604, 10.0120), Palace()),
        At(4, "Starling Drum", ("Veldmere", "48 Tannery Road"), (52.0907, 5.1214), Hall()),
        At(5, "Little Kestrel", ("Veldmere", "7 Orchard Steps"), (52.0841, 5.1302), Studio()),
        At(6, "Grand Meridian", ("Sankt Orla", "1 Cathedral Square"), (47.0707, 15.4395), Terrace()),
    ];

    private static Theater At(
        ulong id, string name, (string City, string Street) address, (double North, double East) at, SeatPlan plan) =>
        new()
        {
            Id = id,
            Name = name,
            City = address.City,
            Address = address.Street,
            Latitude = at.North,
            Longitude = at.East,
            Plan = plan,
        };

    // Two aisles, comfort in the middle, premium at the back, wheelchair places with a companion each in row B.
    private static SeatPlan Multiplex(int rows)
    {
        SeatPlanBuilder builder = Zones();
        for (int i = 0; i < rows; i++)
        {
            string label = Label(i);
            builder.Row(label, 4, 10, 4);
            if (i >= rows - 2) builder.InZone(label, "Premium", 1, 18);
            else if (i >= rows / 2) builder.InZone(label, "Comfort", 5, 14);
        }

        return builder.Accessible("B", 1, 18).Companion("B", 2, 17).Build();
    }

    // An old picture palace: stalls that widen, a balcony with boxes.
    private static SeatPlan Palace()
    {
        SeatPlanBuilder builder = Zones().Zone("Box");
        for (int i = 0; i < 10; i++) builder.Row(Label(i), 5 + (i / 2), 5 + (i / 2));
        for (int i = 4; i < 8; i++) builder.InZone(Label(i), "Comfort", 3, 10);
        for (int i = 10; i < 13; i++)
        {
            builder.Row(Label(i), 3, 12, 3).InZone(Label(i), "Premium", 4, 15);
            builder.InZone(Label(i), "Box", 1, 3).InZone(Label(i), "Box", 16, 18);
        }

        return builder.Accessible("A", 1, 10).Companion("A", 2, 9).Focal("G", 16).Build();
    }

    // A music hall: standing in front, raked seats behind.
    private static SeatPlan Hall()
    {
        SeatPlanBuilder builder = Zones().Zone("Standing").Area("Floor", 180, "Standing");
        for (int i = 0; i < 8; i++)
        {
            builder.Row(Label(i), 7, 7, 7);
            if (i is >= 2 and < 5) builder.InZone(Label(i), "Comfort", 8, 14);
            if (i < 2) builder.InZone(Label(i), "Premium", 1, 21);
        }

        return builder.Accessible("H", 1, 2, 20, 21).Companion("H", 3, 19).Build();
    }

    // A small room with one aisle on the side, odd and even numbers apart.
    private static SeatPlan Studio()
    {
        SeatPlanBuilder builder = Zones();
        for (int i = 0; i < 6; i++)
        {
            builder.Row(new RowSpec { Label = Label(i), Blocks = [2, 6], FirstNumber = 1, NumberStep = 2 });
        }

        builder.InZone("E", "Comfort", 5, 15).InZone("F", "Premium", 5, 15);
        return builder.Accessible("A", 1).Companion("A", 3).Build();
    }

    // A wide terrace: three blocks, premium in the middle of the middle.
    private static SeatPlan Terrace()
    {
        SeatPlanBuilder builder = Zones();
        for (int i = 0; i < 18; i++)
        {
            string label = Label(i);
            builder.Row(label, 8, 14, 8);
            if (i is >= 6 and < 15) builder.InZone(label, "Comfort", 9, 22);
            if (i is >= 9 and < 13) builder.InZone(label, "Premium", 11, 20);
        }

        return builder.Accessible("R", 1, 2, 29, 30).Companion("R", 3, 28).Build();
    }

    private static SeatPlanBuilder Zones() => new SeatPlanBuilder().Zone("Standard").Zone("Comfort").Zone("Premium");

    private static string Label(int row) => ((char)('A' + row)).ToString();
}
