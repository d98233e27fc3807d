using System.Globalization;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics;

/// <content>Saving and loading.</content>
public sealed partial class Rollup
{
    private const int HeaderFields = 6;

    /// <summary>Encodes everything. O(rows).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(HeaderFields);
        writer.Write(Fingerprint());
        writer.Write(NewestMs);
        writer.Write(EventCount);
        writer.Write(OtherCount);
        writer.Write(TooOldCount);
        writer.Write(_rows);
        foreach (DimensionValues values in _values) Save(ref writer, values);
        foreach (RollupTier tier in _tiers)
        {
            writer.WriteArrayHeader(tier.Blocks.Count);
            foreach (RollupBlock block in tier.Blocks) Save(ref writer, block);
        }
    }

    /// <summary>Replaces everything by what <see cref="Save(ref MessagePackWriter)"/> wrote. O(rows).</summary>
    /// <exception cref="MessagePackFormatException">
    /// The bytes are not a rollup of this specification: it is built anew then.
    /// </exception>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        if (reader.ReadArrayHeader() != HeaderFields || reader.ReadUInt64() != Fingerprint())
            throw new MessagePackFormatException($"Not a rollup as '{Spec.Name}' is now.");
        long newestMs = reader.ReadInt64();
        EventCount = reader.ReadInt64();
        OtherCount = reader.ReadInt64();
        TooOldCount = reader.ReadInt64();
        int rows = reader.ReadInt32();
        foreach (DimensionValues values in _values) Load(ref reader, values);
        foreach (RollupTier tier in _tiers)
        {
            int blocks = reader.ReadArrayHeader();
            for (int i = 0; i < blocks; i++) Load(ref reader, tier);
        }

        if (rows != _rows) throw new MessagePackFormatException($"{_rows} rows, not {rows}.");
        NewestMs = newestMs;
        if (newestMs >= 0) Advance(newestMs);
    }

    private static void Save(ref MessagePackWriter writer, DimensionValues values)
    {
        writer.WriteArrayHeader(values.End - 1);
        for (int code = 1; code < values.End; code++)
        {
            if (values.IsUsed(code)) writer.Write(values[code]);
            else writer.WriteNil();
        }
    }

    private static void Load(ref MessagePackReader reader, DimensionValues values)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++) values.LoadNext(reader.TryReadNil() ? null : reader.ReadUInt64());
    }

    private void Save(ref MessagePackWriter writer, RollupBlock block)
    {
        writer.WriteArrayHeader(2 + (block.Count * (_codes.Length + _measures)));
        writer.Write(block.StartMs);
        writer.Write(block.Count);
        for (int d = 0; d < _codes.Length; d++)
            foreach (int code in block.Codes(d)) writer.Write(code);
        for (int m = 0; m < _measures; m++)
        {
            foreach (long number in block.Numbers(m)) writer.Write(number);
            block.Sketches(m)?.Save(ref writer, block.Count);
        }
    }

    private void Load(ref MessagePackReader reader, RollupTier tier)
    {
        int fields = reader.ReadArrayHeader();
        long startMs = reader.ReadInt64();
        int rows = reader.ReadInt32();
        if (rows < 0 || fields != 2L + ((long)rows * (_codes.Length + _measures)))
            throw new MessagePackFormatException($"A bucket of {rows} rows in {fields} fields.");
        RollupBlock block = tier.BlockOf(startMs);
        if (block.Count > 0 || block.StartMs != startMs)
            throw new MessagePackFormatException($"No bucket begins at {startMs}, or it is there twice.");
        LoadRows(ref reader, block, rows);
        for (int m = 0; m < _measures; m++)
        {
            if (block.Sketches(m) is { } sketches) sketches.Load(ref reader, rows);
            else for (int row = 0; row < rows; row++) block.LoadNumber(m, row, reader.ReadInt64());
        }
    }

    private void LoadRows(ref MessagePackReader reader, RollupBlock block, int rows)
    {
        var columns = new int[_codes.Length][];
        for (int d = 0; d < columns.Length; d++)
        {
            columns[d] = new int[rows];
            for (int row = 0; row < rows; row++) columns[d][row] = ReadCode(ref reader, _values[d]);
        }

        for (int row = 0; row < rows; row++)
        {
            for (int d = 0; d < columns.Length; d++) _codes[d] = columns[d][row];
            if (block.Find(_codes) >= 0) throw new MessagePackFormatException("A row is there twice.");
            AddRow(block);
        }
    }

    private static int ReadCode(ref MessagePackReader reader, DimensionValues values)
    {
        int code = reader.ReadInt32();
        return (uint)code < (uint)values.End ? code : throw new MessagePackFormatException($"No value {code}.");
    }

    /// <summary>What the encoding depends on, as a number: names, kinds, levels. FNV-1a.</summary>
    private ulong Fingerprint()
    {
        ulong hash = 14_695_981_039_346_656_037;
        Mix(ref hash, Spec.Name);
        foreach (DimensionSpec dimension in Spec.Dimensions) Mix(ref hash, dimension.Name);
        for (int m = 0; m < _measures; m++)
        {
            Mix(ref hash, Spec.Measures[m].Name);
            Mix(ref hash, Spec.Measures[m].Kind.ToString());
            Mix(ref hash, Spec.Measures[m].Precision.ToString(CultureInfo.InvariantCulture));
            Mix(ref hash, Spec.Measures[m].Accuracy.ToString(CultureInfo.InvariantCulture));
        }

        foreach (RollupLevel level in Spec.Levels) Mix(ref hash, level.Grain.ToString());
        return hash;
    }

    private static void Mix(ref ulong hash, string text)
    {
        foreach (char letter in text) hash = (hash ^ letter) * 1_099_511_628_211;
        hash = (hash ^ 0xFF) * 1_099_511_628_211;
    }
}
