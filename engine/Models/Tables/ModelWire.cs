using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Tables;

/// <summary>How models write their arrays.</summary>
internal static class ModelWire
{
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<double> values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (double value in values) writer.Write(value);
    }

    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<float> values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (float value in values) writer.Write(value);
    }

    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<int> values)
    {
        writer.WriteArrayHeader(values.Length);
        foreach (int value in values) writer.Write(value);
    }

    public static double[] ReadDoubles(ref MessagePackReader reader)
    {
        double[] values = new double[reader.ReadArrayHeader()];
        for (int i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
        return values;
    }

    public static float[] ReadFloats(ref MessagePackReader reader)
    {
        float[] values = new float[reader.ReadArrayHeader()];
        for (int i = 0; i < values.Length; i++) values[i] = reader.ReadSingle();
        return values;
    }

    public static int[] ReadIntegers(ref MessagePackReader reader)
    {
        int[] values = new int[reader.ReadArrayHeader()];
        for (int i = 0; i < values.Length; i++) values[i] = reader.ReadInt32();
        return values;
    }

    /// <summary>Fails unless the bytes make sense.</summary>
    /// <exception cref="MessagePackFormatException">They do not.</exception>
    public static void Require(bool holds, string what)
    {
        if (!holds) throw new MessagePackFormatException(what);
    }
}
