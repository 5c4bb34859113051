namespace Beian.Web.Scanning.Jpeg;

/// <summary>One component of a JPEG: how finely it is sampled, how many blocks it has, and which tables it is read with.</summary>
internal sealed class JpegComponent
{
    public JpegComponent(ReadOnlySpan<byte> specification)
    {
        (Id, H, V, Quantisation) = (specification[0], specification[1] >> 4, specification[1] & 15, specification[2]);
        if (H is 0 or > 4 || V is 0 or > 4 || Quantisation > 3)
            throw ScanFault.Damaged("A component that is sampled in no known way.");
    }

    public int Id { get; }

    public int H { get; }

    public int V { get; }

    public int Quantisation { get; }

    /// <summary>Blocks with those that only fill up the last group.</summary>
    public int BlocksWide { get; private set; }

    public int BlocksHigh { get; private set; }

    /// <summary>Blocks in a scan of this component alone.</summary>
    public int OwnBlocksWide { get; private set; }

    public int OwnBlocksHigh { get; private set; }

    public HuffmanTable? Dc { get; set; }

    public HuffmanTable? Ac { get; set; }

    /// <summary>The DC value of the block before.</summary>
    public int Before { get; set; }

    public void Measure(JpegFrame frame)
    {
        (BlocksWide, BlocksHigh) = (frame.McusWide * H, frame.McusHigh * V);
        OwnBlocksWide = JpegFrame.Divide(JpegFrame.Divide(frame.Width * H, frame.MaxH), 8);
        OwnBlocksHigh = JpegFrame.Divide(JpegFrame.Divide(frame.Height * V, frame.MaxV), 8);
    }
}
