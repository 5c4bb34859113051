namespace Beian.Web.Scanning.Jpeg;

/// <summary>How a JPEG's picture is divided (T.81, B.2.2). Its first component is the luma, or as good: it is the picture in grey.</summary>
internal sealed class JpegFrame
{
    public JpegFrame(ReadOnlySpan<byte> segment, bool isProgressive)
    {
        if (segment.Length < 6 || segment.Length < 6 + 3 * segment[5] || segment[5] is 0 or > 4)
            throw ScanFault.Damaged("A frame without its components.");
        if (segment[0] != 8)
            throw ScanFault.NotReadHere("A JPEG of other than eight bits.");
        if (segment[5] > 3)
            throw ScanFault.NotReadHere("A JPEG of four inks.");
        IsProgressive = isProgressive;
        Height = (segment[1] << 8) | segment[2];
        Width = (segment[3] << 8) | segment[4];
        Shrink = GreyPicture.ShrinkOf(Width, Height);
        for (var i = 0; i < segment[5]; i++)
            Components.Add(new(segment.Slice(6 + 3 * i, 3)));
        (MaxH, MaxV) = (Components.Max(c => c.H), Components.Max(c => c.V));
        (McusWide, McusHigh) = (Divide(Width, 8 * MaxH), Divide(Height, 8 * MaxV));
        foreach (var component in Components)
            component.Measure(this);
    }

    public bool IsProgressive { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>By how much the picture is made smaller: 1 or 2.</summary>
    public int Shrink { get; }

    public List<JpegComponent> Components { get; } = [];

    public JpegComponent Luma => Components[0];

    public int MaxH { get; }

    public int MaxV { get; }

    public int McusWide { get; }

    public int McusHigh { get; }

    public static int Divide(int value, int by) => (value + by - 1) / by;
}
