namespace HotGigs.Infrastructure.Resumes.Text;

/// <summary>
/// Some PDF producers write common Chinese characters (month, moon, person) as the radicals that look like
/// them. Nobody can search for those.
/// </summary>
internal static class KangxiRadicals
{
    private const char First = '\u2F00';

    // The ideograph of each radical, in the order of the Unicode block.
    private const string Ideographs =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮"
        + "皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>The character that a radical stands for; any other character as it is.</summary>
    public static char Ideograph(char character) =>
        character >= First && character < First + Ideographs.Length ? Ideographs[character - First] : character;
}
