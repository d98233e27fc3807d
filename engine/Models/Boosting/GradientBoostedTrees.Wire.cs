using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Boosting;

/// <content>
/// Saving and loading: <c>[version, loss, columns, base, [[column, threshold, left, value, …], …]]</c>.
/// </content>
public sealed partial class GradientBoostedTrees
{
    private const int WireVersion = 1;
    private const int FieldsOfNode = 4;

    /// <summary>Encodes the model.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write(WireVersion);
        writer.Write((int)Loss);
        writer.Write(Columns);
        writer.Write(_base);
        writer.WriteArrayHeader(_trees.Length);
        foreach (TreeNode[] tree in _trees)
        {
            writer.WriteArrayHeader(tree.Length * FieldsOfNode);
            foreach (TreeNode node in tree)
            {
                writer.Write((int)node.Column);
                writer.Write(node.Threshold);
                writer.Write(node.Left);
                writer.Write(node.Value);
            }
        }
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a model.</exception>
    public static GradientBoostedTrees Load(ref MessagePackReader reader)
    {
        bool isKnown = reader.ReadArrayHeader() == 5 && reader.ReadInt32() == WireVersion;
        ModelWire.Require(isKnown, "Not boosted trees.");
        var loss = (BoostLoss)reader.ReadInt32();
        int columns = reader.ReadInt32();
        double start = reader.ReadDouble();
        ModelWire.Require(loss <= BoostLoss.Logistic && columns is > 0 and <= short.MaxValue, "Not boosted trees.");
        var trees = new TreeNode[reader.ReadArrayHeader()][];
        for (int t = 0; t < trees.Length; t++) trees[t] = ReadTree(ref reader, columns);
        return new GradientBoostedTrees(loss, columns, start, trees);
    }

    private static TreeNode[] ReadTree(ref MessagePackReader reader, int columns)
    {
        int numbers = reader.ReadArrayHeader();
        ModelWire.Require(numbers > 0 && numbers % FieldsOfNode == 0, "A tree that does not add up.");
        var tree = new TreeNode[numbers / FieldsOfNode];
        for (int i = 0; i < tree.Length; i++)
        {
            int column = reader.ReadInt32();
            float threshold = reader.ReadSingle();
            int left = reader.ReadInt32();
            // Children stand behind their parent: no tree leads in circles.
            bool isSound = column == -1 || (column >= 0 && column < columns && left > i && left + 1 < tree.Length);
            ModelWire.Require(isSound, "A tree that does not add up.");
            tree[i] = new TreeNode((short)column, threshold, left, reader.ReadDouble());
        }

        return tree;
    }
}
