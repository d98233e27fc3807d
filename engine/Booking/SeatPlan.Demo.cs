namespace Catalog.Engine.Booking;

/// <content>Ready-made plans.</content>
public sealed partial class SeatPlan
{
    /// <summary>
    /// A hall of equal rows, labelled A, B … Z, AA …: one zone "Standard". O(seats).
    /// </summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="blocks">The sizes of every row's blocks, an aisle between each two.</param>
    /// <exception cref="SeatPlanException">A size is out of its range.</exception>
    public static SeatPlan Rectangle(int rows, params int[] blocks)
    {
        SeatPlanBuilder builder = new SeatPlanBuilder().Zone("Standard");
        for (int i = 0; i < rows; i++) builder.Row(RowLabel(i), blocks);
        return builder.Build();
    }

    /// <summary>
    /// A cinema: two aisles, the front rows "Front", the back third "Premium", the rest "Standard", and in the last
    /// row wheelchair places at both ends with a companion seat each. O(seats).
    /// </summary>
    /// <param name="rows">Number of rows, at least 3.</param>
    /// <param name="side">Seats left and right of the aisles, at least 2.</param>
    /// <param name="middle">Seats between them.</param>
    /// <exception cref="SeatPlanException">A size is out of its range.</exception>
    public static SeatPlan Cinema(int rows, int side, int middle)
    {
        SeatPlanBuilder builder = new SeatPlanBuilder().Zone("Standard").Zone("Front").Zone("Premium");
        int width = (2 * side) + middle;
        for (int i = 0; i < rows; i++)
        {
            string label = RowLabel(i);
            builder.Row(label, side, middle, side);
            if (i < rows / 6) builder.InZone(label, "Front", 1, width);
            if (i >= rows - (rows / 3)) builder.InZone(label, "Premium", 1, width);
        }

        string back = RowLabel(rows - 1);
        return builder.Accessible(back, 1, width).Companion(back, 2, width - 1).Build();
    }

    /// <summary>
    /// A concert hall: a standing area before <paramref name="rows"/> rows that grow by two seats each. O(seats).
    /// </summary>
    /// <param name="standing">Number of standing places.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="firstRowSeats">Seats of the first row, in two blocks.</param>
    /// <exception cref="SeatPlanException">A size is out of its range.</exception>
    public static SeatPlan Concert(int standing, int rows, int firstRowSeats)
    {
        SeatPlanBuilder builder = new SeatPlanBuilder().Zone("Seated").Zone("Standing");
        builder.Area("Standing", standing, "Standing");
        for (int i = 0; i < rows; i++) builder.Row(RowLabel(i), (firstRowSeats / 2) + i, (firstRowSeats / 2) + i);
        return builder.Build();
    }

    // A … Z, AA, AB …: as columns of a spreadsheet.
    private static string RowLabel(int row) =>
        row < 26 ? ((char)('A' + row)).ToString() : RowLabel((row / 26) - 1) + (char)('A' + (row % 26));
}
