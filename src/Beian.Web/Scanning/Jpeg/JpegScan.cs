namespace Beian.Web.Scanning.Jpeg;

/// <summary>What a scan of a JPEG brings (T.81, B.2.3): which components, which frequencies, and which bits of them.</summary>
/// <param name="First">The first frequency of the scan's band.</param>
/// <param name="Last">The last one.</param>
/// <param name="High">The bit that was brought before; 0 in a band's first scan.</param>
/// <param name="Low">The lowest bit it brings.</param>
internal sealed record JpegScan(IReadOnlyList<JpegComponent> Components, int First, int Last, int High, int Low)
{
    public static JpegScan Of(JpegFrame frame, ReadOnlySpan<byte> segment, HuffmanTable?[] dc, HuffmanTable?[] ac)
    {
        var count = segment.Length > 0 ? segment[0] : 0;
        if (count is 0 or > 4 || segment.Length < 4 + 2 * count)
            throw ScanFault.Damaged("A scan without components.");
        var components = new List<JpegComponent>();
        for (var i = 0; i < count; i++)
        {
            int id = segment[1 + 2 * i];
            int tables = segment[2 + 2 * i];
            var component = frame.Components.Find(c => c.Id == id) ?? throw ScanFault.Damaged("A scan of an unknown component.");
            (component.Dc, component.Ac) = (dc[(tables >> 4) & 3], ac[tables & 3]);
            components.Add(component);
        }
        var rest = segment[(1 + 2 * count)..];
        if (!frame.IsProgressive)
            return new(components, 0, 63, 0, 0);
        var scan = new JpegScan(components, rest[0], rest[1], rest[2] >> 4, rest[2] & 15);
        if (
            scan.First > scan.Last
            || scan.Last > 63
            || scan.Low > 13
            || (scan.First == 0 && scan.Last != 0)
            || (scan.First > 0 && count > 1)
        )
            throw ScanFault.Damaged("A scan of an impossible band.");
        return scan;
    }
}
