/** Clipboards as programs write them, shortened in their style sheets only; the texts are invented. */

const wordHead = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ADMIN/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings>
  <o:AllowPNG/>
 </o:OfficeDocumentSettings>
</xml><![endif]-->
<!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:View>Normal</w:View>
  <w:LidThemeOther>VI</w:LidThemeOther>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no;
	mso-style-qformat:yes;
	margin:0in;
	font-size:14.0pt;
	font-family:"Times New Roman",serif;}
@list l0
	{mso-list-id:1234567;
	mso-list-type:hybrid;}
-->
</style>
<!--[if gte mso 10]>
<style>
 /* Style Definitions */
 table.MsoNormalTable
	{mso-style-name:"Table Normal";}
</style>
<![endif]-->
</head>

<body lang=VI style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->
`
const wordFoot = `
<!--EndFragment-->
</body>

</html>
`

export const wordParagraphs = `${wordHead}
<p class=MsoNormal style='text-align:justify;text-indent:.5in'><b><span lang=VI
style='font-size:14.0pt;mso-fareast-font-family:"Times New Roman"'>Kết quả nổi bật:</span></b><span
lang=VI style='font-size:14.0pt'> Đơn vị đã ban hành <i>05 văn bản</i> chỉ đạo,<span
style='mso-spacerun:yes'>&nbsp; </span>tổ chức <u>03 hội nghị</u>.<o:p></o:p></span></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoNormal><span lang=VI style='font-size:14.0pt;color:red'>Ghi chú &lt;nội
bộ&gt; &amp; khác<o:p></o:p></span></p>
${wordFoot}`

export const wordList = `${wordHead}
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=VI style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:
Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span lang=VI>Rà soát thủ tục<o:p></o:p></span></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;mso-add-space:
auto;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Cấp phường<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>Công khai kết quả<o:p></o:p></p>

<p class=MsoNormal>Hết danh sách.<o:p></o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Một cửa<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l1 level2 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Tiếp nhận<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Trả kết quả<o:p></o:p></p>
${wordFoot}`

export const wordTable = `${wordHead}
<p class=MsoNormal>Bảng tổng hợp:<o:p></o:p></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=208 rowspan=2 valign=top style='width:155.8pt;border:solid windowtext 1.0pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>Lĩnh vực<o:p></o:p></b></p>
  </td>
  <td width=208 colspan=2 valign=top style='width:155.8pt'>
  <p class=MsoNormal align=center><b>Số hồ sơ<o:p></o:p></b></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1'>
  <td><p class=MsoNormal>Tiếp nhận<o:p></o:p></p></td>
  <td><p class=MsoNormal>Đã giải quyết<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>
  <td valign=top><p class=MsoNormal>Hộ tịch</p><p class=MsoNormal>(cấp xã)<o:p></o:p></p></td>
  <td valign=top><p class=MsoNormal align=right>1.234<o:p></o:p></p></td>
  <td valign=top><p class=MsoNormal align=right><o:p>&nbsp;</o:p></p></td>
 </tr>
</table>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordFoot}`

export const wordPicture = `${wordHead}
<p class=MsoNormal><span style='mso-no-proof:yes'><!--[if gte vml 1]><v:shapetype id="_x0000_t75" coordsize="21600,21600">
</v:shapetype><v:shape id="Picture_x0020_1" type="#_x0000_t75" style='width:200pt;height:100pt'>
 <v:imagedata src="file:///C:/Users/ADMIN/AppData/Local/Temp/msohtmlclip1/01/clip_image001.jpg" o:title=""/>
</v:shape><![endif]--><![if !vml]><img width=267 height=133
src="file:///C:/Users/ADMIN/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Picture_x0020_1"><![endif]></span>Ảnh
buổi tiếp dân<o:p></o:p></p>
${wordFoot}`

export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d-7fff-1234-5678-9abcdef01234"><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:700;font-style:normal;font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">Tiêu đề</span><span style="font-size:11pt;font-weight:400;font-style:italic;text-decoration:none;white-space:pre-wrap;"> nghiêng</span></p><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;text-decoration:underline;">Một</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">Một phẩy một</span></p></li></ul></ul><br /><div dir="ltr" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="301" /><col width="301" /></colgroup><tbody><tr style="height:0pt"><td><p dir="ltr"><span>Ô 1</span></p></td><td><p dir="ltr"><span>Ô 2</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`

export const excel = `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<style>
<!--table
	{mso-displayed-decimal-separator:"\\,";
	mso-displayed-thousand-separator:"\\.";}
.xl65
	{mso-number-format:"\\#\\,\\#\\#0";}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:
 collapse;width:144pt'>
<!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 width=64 style='height:15.0pt;width:48pt'>Quý</td>
  <td class=xl65 align=right width=64>Số hồ sơ</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>I</td>
  <td class=xl65 align=right>12.480</td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`

export const libreOffice = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML><HEAD><META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; charset=utf-8"><TITLE></TITLE>
<STYLE TYPE="text/css">P { margin-bottom: 0.21cm }</STYLE></HEAD>
<BODY LANG="vi-VN" DIR="LTR"><P STYLE="margin-bottom: 0cm"><B>Đậm</B> th&#432;&#7901;ng</P>
<OL><LI><P>M&#7897;t</P><LI><P>Hai</P></OL></BODY></HTML>`

export const page = `<h2>Tiêu đề</h2><div>Dòng một<br>dòng hai</div><p>Xem <a href="https://example.invalid/x" style="text-decoration:underline">văn bản</a><script>alert(1)</script></p><img src=x onerror=alert(1)>`
